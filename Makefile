PYTHON ?= python3

.PHONY: run test bench drill train
run test bench drill train:
	@$(PYTHON) dev.py $@ $(if $(ARGS),-- $(ARGS))
