# The two commands a newcomer needs are `make demo` and `make test`; both install what they need.
UV := $(shell command -v uv 2>/dev/null || echo .tools/bin/uv)
ifeq ($(UV),.tools/bin/uv)
export PYTHONPATH := $(CURDIR)/.tools$(if $(PYTHONPATH),:$(PYTHONPATH))
endif
RUN := $(UV) run --frozen

.PHONY: demo run test check prove prove-full audit sbom bench bench-attention bench-faults bench-simulated bench-times bench-ui pictures install

demo: install ## open an invented campaign: no keys, no account, no network
	$(RUN) --no-dev monitor demo $(ARGS)

run: install ## keep your campaign going (config.yaml)
	$(RUN) --no-dev monitor run $(ARGS)

test: install ## the whole test suite
	$(RUN) pytest -n auto $(ARGS)

check: install ## what must be green before a commit: lint, types, tests
	$(RUN) ruff check .
	$(RUN) ruff format --check .
	$(RUN) mypy
	$(RUN) pytest -n auto

prove: install ## every rule for people's safety with its proof, each also seen red with a fault planted (minutes)
	$(RUN) python -m bench.proofs $(ARGS)

prove-full: install ## the same at the sizes of the README's table (an hour)
	$(RUN) python -m bench.proofs --full $(ARGS)

audit: install ## known vulnerabilities of all that is locked, from osv.dev; says so where it cannot be asked
	$(RUN) python -m bench.audit

sbom: install ## what runs, as a CycloneDX bill of materials: dist/sbom.cdx.json
	$(RUN) python -m bench.supply

bench: install ## the speed of an import and of a replay, on this machine
	$(RUN) python -m bench.bench_import
	$(RUN) python -m bench.bench_counting
	$(RUN) python -m bench.bench_judging
	$(RUN) python -m bench.bench_jetstream

bench-attention: install ## fade warnings, forecasts, certainty on a folder of hourly series: make bench-attention SERIES=DIR
	$(RUN) python bench/score_fade.py $(SERIES) --run "$(RUN) monitor backtest" --peak-day 200
	$(RUN) python bench/score_fade.py $(SERIES) --run "$(RUN) monitor backtest" --peak-day 60
	$(RUN) python bench/score_forecast.py $(SERIES) --run "$(RUN) monitor backtest --forecasts"
	$(RUN) python bench/fit_learned.py $(SERIES)

bench-simulated: install ## where the truth is known: quiet, waves, declines, outages; decaying waves; the effect of pushes
	$(RUN) python bench/simulate_fades.py write $(or $(DIR),/tmp/monitor-simulated)
	$(RUN) python bench/simulate_fades.py score $(or $(DIR),/tmp/monitor-simulated) --run "$(RUN) monitor backtest"
	$(RUN) python -m bench.bench_relaxation
	$(RUN) python -m bench.bench_effect

bench-faults: install ## what goes wrong, done on purpose: kills, outages, hostile answers, rate limits; FULL=1 for all of it
	$(RUN) python -m bench.bench_faults $(if $(FULL),--full) $(ARGS)

bench-times: install ## every clock change of every time zone, 2007 to 2037: days, weeks, and the calendar read back (ten minutes)
	$(RUN) python -m bench.bench_times walks
	$(RUN) python -m bench.bench_times feed

bench-ui: install ## the dashboard in a real browser: speed, load, who is kept out, hostile texts; ARGS="--quick" or "--only axe"
	$(RUN) python -m bench.ui $(ARGS)

pictures: install ## the pictures in docs/, taken of the demo
	$(RUN) python -m bench.screenshot docs

install: $(if $(filter .tools/bin/uv,$(UV)),.tools/bin/uv)
	@$(UV) sync --frozen --quiet

.tools/bin/uv:
	python3 -m pip install --quiet --target .tools uv==0.13.9
