# Rostrum. `make` shows what there is.
GO ?= go
NODE ?= node
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2

.PHONY: help demo try build wasm wasm-check man test vulnerable prove race fuzz lint bench server-bench outbox-bench pictures profile accuracy peers train data clean

help:
	@echo "make demo      build, and start a made-up company to look around in"
	@echo "make try       build, and check two posts of the example company"
	@echo "make build     the binary, bin/rostrum"
	@echo "make test      all tests, and one check in WebAssembly"
	@echo "make prove     the promises of docs/invariants.md, tried N times each (N=200; PROMISE names one)"
	@echo "make lint      formatting, vet, staticcheck"
	@echo "make bench     the numbers of docs/benchmarks.md (ROSTRUM_DATA names the folder with the data)"
	@echo "make server-bench  a running server with ten thousand people and a million ledger entries"
	@echo "make outbox-bench  ten thousand posts that are due in the same minute"
	@echo "make accuracy  precision and recall (ROSTRUM_DATA likewise)"
	@echo "make peers     side by side with Vale, gitleaks and regexp (ROSTRUM_DATA likewise)"
	@echo "make train     learn the weights of packages tone and sense again, and measure them (ROSTRUM_DATA likewise)"
	@echo "make fuzz      each fuzz test for ten seconds"

# On 127.0.0.1:8080; another one with LISTEN=127.0.0.1:9000.
demo: build
	@bin/rostrum demo --listen $(or $(LISTEN),127.0.0.1:8080)

# The checker stops a post with exit status 1, which is what is to be seen here.
try: build
	@bin/rostrum check --policy examples/chips examples/posts/launch.txt examples/posts/pristatymas.txt || test $$? -eq 1

build: wasm
	$(GO) build -trimpath -ldflags="-s -w" -o bin/rostrum ./cmd/rostrum

# The checker for browsers, as the scripts that the binary embeds.
wasm:
	GOOS=js GOARCH=wasm $(GO) build -trimpath -ldflags="-s -w" -o bin/rostrum.wasm ./cmd/rostrum-wasm
	$(GO) run ./cmd/rostrum-wasm/pack bin/rostrum.wasm "$$($(GO) env GOROOT)/lib/wasm/wasm_exec.js" web/assets/checker

wasm-check: wasm
	$(GO) run ./cmd/rostrum-wasm/bundle > bin/bundle.json
	$(NODE) cmd/rostrum-wasm/check.mjs bin/rostrum.wasm "$$($(GO) env GOROOT)/lib/wasm/wasm_exec.js" bin/bundle.json

man: build
	bin/rostrum man > bin/rostrum.1

# With PostgreSQL and Chromium installed, the second database and the pages are tested too.
test: build
	.ci/postgres $(GO) test ./...
	$(MAKE) --no-print-directory wasm-check

# The list of known vulnerabilities is on the network; where it cannot be reached that is said, and nothing is claimed.
vulnerable:
	@$(GO) run golang.org/x/vuln/cmd/govulncheck@v1.9.0 ./... || { test $$? -ne 3 && echo "The list of known vulnerabilities could not be read; nothing was checked."; }

# Tries to break the promises of docs/invariants.md: make prove N=1000 PROMISE=6
prove:
	@$(GO) build -o bin/prove ./prove
	@.ci/postgres bin/prove -n $(or $(N),200) -promise $(or $(PROMISE),0)

# Under the race detector pools forget on purpose, so that counting allocations means nothing there.
race:
	$(GO) test -race -skip TestCleanPostAllocatesNothing ./check ./post ./cmd/rostrum

lint:
	@test -z "$$(gofmt -l .)" || { echo "not formatted:"; gofmt -l .; exit 1; }
	$(GO) vet ./...
	GOOS=js GOARCH=wasm $(GO) vet ./cmd/rostrum-wasm
	$(GO) run $(STATICCHECK) ./...

fuzz:
	@for p in $$($(GO) list ./...); do \
	  for f in $$($(GO) test -list '^Fuzz' $$p | grep '^Fuzz'); do \
	    echo "$$p $$f"; $(GO) test -run '^$$' -fuzz "^$$f\$$" -fuzztime 10s $$p || exit 1; \
	  done; done

bench: data build
	$(GO) run -pgo=cmd/rostrum/default.pgo ./bench/speed -data "$(ROSTRUM_DATA)"

outbox-bench:
	$(GO) run ./bench/outbox

server-bench: build
	$(GO) run ./bench/server

# The pictures of the README, taken by the test that goes through the whole story.
pictures: build
	$(GO) test ./server -count=1 -run 'TestStory|TestDemo|TestOutgoing' -pictures "$(CURDIR)/docs/images"

# What the compiler goes by when it builds the binary. Renew it when the hot path has changed much.
profile: data
	$(GO) run ./bench/speed -data "$(ROSTRUM_DATA)" -profile cmd/rostrum/default.pgo

accuracy: data
	$(GO) run ./bench/accuracy -data "$(ROSTRUM_DATA)"

peers: data
	data="$$(cd "$(ROSTRUM_DATA)" && pwd)" && cd bench/peers && $(GO) run . -data "$$data"

data:
	@test -d "$(ROSTRUM_DATA)" || { echo "Set ROSTRUM_DATA to the folder with the data: make $(MAKECMDGOALS) ROSTRUM_DATA=…; docs/benchmarks.md says what is in it."; exit 2; }

train: data
	$(GO) run ./tone/train -data "$(ROSTRUM_DATA)"
	$(GO) run ./tone/measure -data "$(ROSTRUM_DATA)" -plot docs/images/reliability.svg
	$(GO) run ./sense/train -data "$(ROSTRUM_DATA)"
	$(GO) run ./sense/measure
	$(GO) run ./bench/accuracy -data "$(ROSTRUM_DATA)"

clean:
	rm -rf bin
