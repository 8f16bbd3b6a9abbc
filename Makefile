# `make demo` and `make test` are all the set-up there is.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

# Reading and learning are numeric: a debug build of them is 10 to 50 times slower, in tests too.
SWIFT_BUILD := swift build -c release
HOSO := .build/release/hoso
# Tests that wait for processes and databases hold a thread each: all at once they would wait for each other.
export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH ?= 4
# Tests see the inside of targets; built apart, so that neither build undoes the other.
TEST_BUILD := --scratch-path .build-tests -c release -Xswiftc -enable-testing
DEMO_DATA := .build/demo

.PHONY: help
help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 24

.PHONY: packages
packages: ## install the Debian packages that are missing
	@Scripts/install-packages

.PHONY: build
build: packages ## build hoso
	$(SWIFT_BUILD) --product hoso

.PHONY: demo
demo: build ## triage the sample dossiers and show where each went
	@rm -rf $(DEMO_DATA)
	$(HOSO) run samples --data $(DEMO_DATA)

.PHONY: test
test: packages check ## everything that must hold
	swift build $(TEST_BUILD) --build-tests
	swift test $(TEST_BUILD) --skip-build

.PHONY: check
check: packages ## format, warnings as errors, the import table, the pairs of words
	swift format lint --strict --recursive Sources Tests Package.swift
	Scripts/check-imports
	Scripts/write-common-pairs --check
	Scripts/build-without-warnings $(TEST_BUILD)

.PHONY: model
model: build ## train Models/commune-vi/1 anew, from generated dossiers
	Scripts/train-model

.PHONY: print-network
print-network: packages ## train Models/print-vi/1 anew, the network that reads print (an hour and a half)
	Scripts/train-print-network

.PHONY: samples
samples: build ## write samples/ anew
	Scripts/make-samples

.PHONY: bench
bench: build ## pages per CPU second and peak memory, beside OCRmyPDF on the same files
	Scripts/bench-run

.PHONY: bench-extraction
bench-extraction: build ## fields, procedures and papers of generated dossiers held against their truth
	Scripts/bench-extraction

.PHONY: bench-classification
bench-classification: build ## the classifier beside scikit-learn; DATA=folder names the texts
	Scripts/bench-classification $(DATA)

.PHONY: bench-first-day
bench-first-day: build ## the catalogue alone, no labels: the right procedure first, and among the first five
	Scripts/bench-first-day

.PHONY: bench-forms
bench-forms: build ## the model that ships on unseen generated dossiers: right, calibrated, CT01 told apart, fast
	Scripts/bench-forms

.PHONY: bench-desk
bench-desk: build ## from drop to suggestion, and pages for 50 people, with a night's batch beside
	Scripts/bench-desk

.PHONY: bench-reading
bench-reading: build ## word recall and CPU seconds of reading, beside OCRmyPDF on the same files
	Scripts/bench-reading

.PHONY: bench-readers
bench-readers: build ## some 200 pages by one reader process and by two: what the second is good for
	Scripts/bench-readers

.PHONY: bench-long-scan
bench-long-scan: build ## a PDF of 20 pages and one of 1,000: whether memory grows with them
	Scripts/bench-long-scan

.PHONY: bench-codes
bench-codes: build ## identity cards' QR codes read, by scanner profile, and what looking for codes costs
	Scripts/bench-codes

.PHONY: bench-ledger
bench-ledger: packages ## a ledger of 1,000,000 dossiers: reports, next in line, registering (some 8 GB, a quarter of an hour)
	swift build -c release --product ledger-bench
	.build/release/ledger-bench 1000000

.PHONY: bench-ledger-large
bench-ledger-large: packages ## the same with 10,000,000 (65 GB, an hour)
	swift build -c release --product ledger-bench
	.build/release/ledger-bench 10000000

.PHONY: bench-ledger-postgres
bench-ledger-postgres: bench-ledger build ## the same ledger on PostgreSQL, and writers at once (some 18 GB, another quarter of an hour)
	Scripts/bench-ledger-postgres 1000000

.PHONY: bench-ledger-postgres-large
bench-ledger-postgres-large: bench-ledger build ## the same with 10,000,000 (some 100 GB, an hour or two)
	Scripts/bench-ledger-postgres 10000000

.PHONY: bench-migrate
bench-migrate: packages ## 100,000 dossiers carried over from a file to PostgreSQL, interrupted twice (some minutes)
	swift build -c release --product ledger-bench
	$(SWIFT_BUILD) --product hoso
	Scripts/bench-migrate

.PHONY: faults
faults: build ## 300 dossiers on several machines while everything goes wrong (some minutes)
	Scripts/try-faults

.PHONY: bench-workers
bench-workers: build ## four workers in network namespaces against the sum of each alone (root only)
	Scripts/bench-workers

.PHONY: docs
docs: build ## the manual of every command, in docs/commands.md
	Scripts/write-command-manual

.PHONY: clean
clean: ## remove what was built
	rm -rf .build .build-tests
