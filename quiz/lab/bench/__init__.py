"""`quiz bench`: measures every budget of docs/budgets.md on the machine it runs on.

Robots, yardstick and measurements are part of the product, so that whoever installs it can see
what their machine does (docs/adr/0017-one-bench.md). Only the command imports this package.
"""
