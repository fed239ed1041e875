# GymGenius. Needs git, make, Node ≥ 20 and npm; everything else is installed from here, Node 24 included.
PNPM := npx -y pnpm@10.34.8
NODE := node_modules/node/bin/node
WEB_SOURCES := $(shell find apps/web packages -type f \( -name '*.ts' -o -name '*.tsx' -o -name '*.css' -o -name '*.html' -o -name '*.svg' -o -name '*.json' \) -not -path '*/node_modules/*' -not -path '*/dist/*' 2>/dev/null)

.PHONY: dev test lint fix build native bench proto clean

# The whole product on the embedded database, with demo lifters. Prints the address and the demo sign-in.
dev: node_modules/.stamp apps/web/dist/.stamp
	@$(NODE) apps/api/src/cli/main.ts dev

# Every test that this machine can run.
test: node_modules/.stamp apps/web/dist/.stamp
	@$(NODE) tools/test.ts

lint: node_modules/.stamp
	@$(NODE) tools/check.ts

fix: node_modules/.stamp
	@node_modules/.bin/oxlint --fix; node_modules/.bin/oxfmt .

build: apps/web/dist/.stamp

# The Android and the iOS project of the phone app, in apps/shell/build. Building them further needs their SDKs: docs/recipes/build-the-phone-app.md
native: build
	@$(NODE) apps/shell/src/main.ts

# Speeds, printed beside a bare node:http server and a bare transaction of the same run.
bench: node_modules/.stamp
	@$(NODE) bench/main.ts

# Lints apps/engine/proto, refuses what would break old clients, and writes the code. Fetches buf and ts-proto the first time.
proto: node_modules/.stamp
	@$(NODE) apps/engine/tools/proto.ts --generate

node_modules/.stamp: pnpm-lock.yaml package.json pnpm-workspace.yaml $(wildcard apps/*/package.json packages/*/package.json)
	@$(PNPM) install --frozen-lockfile --prefer-offline --reporter=append-only --loglevel=warn
	@touch $@

apps/web/dist/.stamp: node_modules/.stamp $(WEB_SOURCES)
	@$(PNPM) --silent --filter @gymgenius/web build
	@touch $@

clean:
	rm -rf node_modules apps/*/node_modules packages/*/node_modules apps/web/dist apps/shell/build
