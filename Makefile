PYTHON ?= python3

.PHONY: run test bench
run test bench:
	@$(PYTHON) dev.py $@ $(if $(ARGS),-- $(ARGS))
