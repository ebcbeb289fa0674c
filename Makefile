PYTHON ?= python3

.PHONY: run test bench train
run test bench train:
	@$(PYTHON) dev.py $@ $(if $(ARGS),-- $(ARGS))
