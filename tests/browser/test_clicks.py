"""What staff do every day takes no more clicks than docs/benchmarks.md says."""

from playwright.sync_api import Browser

from tests.browser import clicks
from tests.browser.talks import shared_results

# Clicks (a list to choose from is two), and screens to roll down on a laptop.
AT_MOST = {
    clicks.CODE: (1, 0),
    clicks.NEW_CLASS: (8, 0.5),
    clicks.PICTURE: (1, 0),
    clicks.STEP: (6, 0.6),  # .4 in November, .53 on 2 August
}


def test_every_day_takes_few_clicks(browser: Browser) -> None:
    with shared_results() as (server, shares):
        took = dict(clicks.ways(browser, server, shares["clear"]))
    assert took.keys() == AT_MOST.keys()
    for name, (most_clicks, most_screens) in AT_MOST.items():
        assert took[name].clicks <= most_clicks, name
        assert took[name].screens <= most_screens, name
