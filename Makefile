# Everything a developer or a user types. What each step does stands in Tools/.
.DEFAULT_GOAL := help
.PHONY: help run test bench bench-radio bench-visits bench-no-visits crosscheck measure-commb measure-attacks measure-watches check-feeds check-clients check-tar1090 fuzz-api lint format clean deb check-deb

# Built as `make test` builds: `swift test` would build with other options, and each would undo the other's work. One test after the other.
BUILT = -c release -Xswiftc -enable-testing --scratch-path .build/test
MEASURE = swift build --build-tests $(BUILT) \
	&& PELACAK_MEASURE=1 PELACAK=$(CURDIR)/.build/test/release/pelacak swift test --skip-build --disable-xctest --no-parallel $(BUILT) --filter

help: ## print this
	@sed -n 's/^\([a-z0-9-]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 20

run: ## set up, build and start the site; ARGS="…" go to `pelacak serve` (try ARGS=--help)
	@python3 Tools/setup.py run
	@exec .build/release/pelacak serve $(ARGS)

test: ## set up what tests need, then every check and test there is (under 30 minutes from nothing)
	@python3 Tools/test.py

bench: ## build, then run Benchmarks/*.sh in order and print their figures
	@Tools/bench

bench-radio: ## our decoder of samples beside Debian's dump1090-mutability, one run: CPU, frames found, false ones, memory (a quarter of an hour)
	@swift build -c release --product pelacak
	@swift build -c release --product pelacak -Xcc -march=x86-64-v3 --scratch-path .build/v3
	@python3 Tools/build_static.py .build/static
	@PELACAK_V3=.build/v3/release/pelacak PELACAK_STATIC=.build/static/release/pelacak Benchmarks/15-radio.sh

bench-visits: ## 500 simulated announced visits, ranked with 0, 1, 7 and 30 days of archive: the table of docs/visits-evaluation.md (a quarter of an hour)
	@export PELACAK_SEEDS=$(or $(SEEDS),50001-50500) PELACAK_DAYS=0,1,7,30 PELACAK_UNFAMILIAR=1; $(MEASURE) RankingMeasurements

bench-no-visits: ## 250 simulated announced visits that nobody made, ranked as above: how often somebody is named all the same (ten minutes)
	@export PELACAK_SEEDS=$(or $(SEEDS),61001-61250) PELACAK_DAYS=0,1,7,30 PELACAK_UNFAMILIAR=1 PELACAK_NOVISIT=1; $(MEASURE) RankingMeasurements

crosscheck: ## ours beside pyModeS and rs1090 on every shared recording; fails on a difference that no document explains
	@python3 Tools/crosscheck.py

measure-commb: ## how often the register of a Comm-B reply is recognised, where ADS-B tells it
	@python3 Tools/measure_commb.py

measure-attacks: ## how often a receiver is found from everything public, under each protection: the figures of docs/discretion.md (half an hour)
	@$(MEASURE) AttackTests

measure-watches: ## 100,000 random rules against the slow interpreter, the load of 20,000 aircraft and 1,000 rules, 200 kills while delivering (half an hour)
	@export PELACAK_CRASH_ROUNDS=200; $(MEASURE) 'EquivalenceTests|WatchMeasurements|WatchLoadMeasurements|DeliveryCrashTests'

fuzz-api: ## requests made up from the OpenAPI document, asked of the built program; fails on an answer that is not as described
	@python3 Tools/setup.py run
	@python3 Tools/fuzz_api.py

check-feeds: ## our feeds against dump1090, view1090 and mlat-client, on loopback; ARGS="--mlat-client DIR" names that one's source
	@python3 Tools/check_feeds.py $(ARGS)

check-clients: ## clients from PyPI against our server, in a simulated sky: each must see what is served (a minute)
	@python3 Tools/setup.py run
	@python3 Tools/check_clients.py

check-tar1090: ## an unmodified tar1090 in Chromium against our server, all its modes; DIR=… is its folder html, ARGS="…" go to the check
	@python3 Tools/check_tar1090.py $(ARGS) $(if $(DIR),"$(DIR)")

deb: ## the Debian package, in .build/deb: plain x86-64, the Swift runtime linked in
	@python3 Tools/make_deb.py

check-deb: ## install that package on a bare Debian 12 in a folder, start it, remove it (root, debootstrap)
	@python3 Tools/check_deb.py

lint: ## layout and arrows (HOUSE.md), nothing built
	@swift format lint --strict --recursive Sources Tests Package.swift
	@python3 Tools/check_arrows.py

format: ## settle the layout of all Swift files
	@swift format --in-place --recursive Sources Tests Package.swift

clean: ## remove what was built (not Assets/, not data/)
	rm -rf .build .venv
