# s3cors: `make` lists the commands.

.DEFAULT_GOAL := help
SHELL := /bin/bash
GO_TEST := go test
NODE_TEST := node --test --test-reporter=spec
FUZZTIME ?= 200000x

packages := ./core/... ./wasm/...
goroot = $(shell go env GOROOT)
go_files := go.mod $(wildcard go.sum) $(shell find core wasm -name '*.go' ! -name '*_test.go') wasm/strip/overlay/cuts.txt

.PHONY: help
help: ## List the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: wasm
wasm: web/s3cors.wasm web/wasm_exec.js ## Build web/s3cors.wasm and copy web/wasm_exec.js beside it

# The flags make the build reproducible, and small: there is less to download with the collector that has less code, and without
# inlining, except in the runtime, where it makes a call a twelfth faster for 3 KB. The overlay leaves out what the module can do
# without of Go's runtime, and at the end what only traces need is taken out, and what the overlay does not read. web/test/flags.js has the
# same flags.
# wasm_exec.js must be of the compiler that built the module.
web/s3cors.wasm web/wasm_exec.js &: $(go_files) Makefile
	go run ./wasm/strip/overlay build/_runtime || echo 'The runtime is linked whole: the module works, and is larger.'
	GOOS=js GOARCH=wasm GOEXPERIMENT=nogreenteagc go build -overlay=build/_runtime/overlay.json -trimpath -ldflags='-s -w -buildid=' -gcflags=all=-l -gcflags=runtime/...= -gcflags=internal/runtime/...= -buildvcs=false -o web/s3cors.wasm ./wasm
	go run ./wasm/strip web/s3cors.wasm build/_runtime/overlay.json || echo 'web/s3cors.wasm is not stripped: it works, and is larger.'
	cp $(goroot)/lib/wasm/wasm_exec.js web/wasm_exec.js
	@touch web/s3cors.wasm

.PHONY: version
version: ## Carry the version of web/package.json over to the module
	@printf 'package main\n\n// version is that of web/package.json. "make version" writes it.\nconst version = "%s"\n' "$$(node -p 'require("./web/package.json").version')" > wasm/version.go

.PHONY: schemas
schemas: ## Write web/schemas anew from the tables and web/s3cors.d.ts
	go test ./core/format ./wasm -run '^TestSchemas$$' -update

.PHONY: hashes
hashes: web/node_modules ## Write web/put/hashes.js anew, which holds MD5, SHA-1 and SHA-256
	node web/bundle-hashes.js

.PHONY: serve
serve: wasm web/node_modules ## Build everything and serve the page
	node web/serve.js

.PHONY: page
page: wasm web/node_modules ## Build the page into build/page, for any server of static files
	node web/build-page.js

.PHONY: single
single: wasm web/node_modules ## Build the page as one file, build/s3cors.html, which needs no server
	node web/build-single.js

.PHONY: site
site: wasm web/node_modules ## Build page, element, frame and documentation into build/site (SITE: its address, for oEmbed)
	node web/build-site.js $(SITE)

.PHONY: test
test: check types test-go test-wasm test-web ## Run all tests, natively, as wasm and in a browser

.PHONY: check
check: ## Look for what gofmt and go vet object to
	@files=$$(gofmt -l core wasm web/test) && test -z "$$files" || { echo "gofmt -w has to be run on: $$files"; exit 1; }
	go vet $(packages)
	GOOS=js GOARCH=wasm go vet $(packages)
	go -C web/test/clients/go vet ./...

.PHONY: types
types: web/node_modules ## Check the types of the JavaScript
	cd web && npx --no-install tsc

.PHONY: test-go
test-go: ## Run Go's tests natively
	$(GO_TEST) -shuffle=on $(packages)

# The program gets a small environment: wasm_exec.js takes 8 KB of it and no more.
.PHONY: test-wasm
test-wasm: ## Run the core's Go tests as wasm under Node
	GOOS=js GOARCH=wasm $(GO_TEST) -shuffle=on -exec="env -i 'PATH=$(PATH)' '$(goroot)/lib/wasm/go_js_wasm_exec'" ./core/...

.PHONY: test-web
test-web: wasm web/node_modules chromium engines clients ## Run the tests in JavaScript, the page's in Chromium, three engines', S3's clients
	cd web && $(NODE_TEST) $$(find test -name '*.test.js')

web/node_modules: web/package.json web/package-lock.json
	npm --prefix web ci
	@touch web/node_modules

.PHONY: chromium
chromium: ## Install Chromium where it is missing (Debian, as root)
	@bash web/install-chromium.sh

.PHONY: clients
clients: ## Install the S3 clients that are missing (Debian, as root)
	@bash web/install-clients.sh

.PHONY: engines
engines: ## Install the browser engines that are missing (Debian, as root)
	@bash web/install-engines.sh

.PHONY: exchanges
exchanges: wasm web/node_modules engines ## Hold real engines against what was recorded of them
	cd web && $(NODE_TEST) test/engines/recorded.test.js

.PHONY: fuzz
fuzz: ## Fuzz each target for FUZZTIME (200000x: executions; 20s: a time)
	@bash .ci/fuzz $(FUZZTIME) $(packages)

.PHONY: bench
bench: wasm web/node_modules chromium ## Measure speed, natively, in Node and of the page, and the size of the module
	go test -run='^$$' -bench=. -benchmem $(packages)
	node web/bench.js
	node web/bench-page.js
