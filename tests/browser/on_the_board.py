"""Whether a screen of the class picture on the board fits, whatever a class may like."""

import json
from collections.abc import Iterator
from itertools import combinations

from playwright.sync_api import Page

from quiz.domain.bank.load import load_bank
from quiz.domain.catalogue.files.load import load_catalogue

THE_PAGE = "page"
OLD_PROJECTOR = {"viewport": {"width": 1024, "height": 768}}
STAND_OUT = """UPDATE frozen_picture SET content = json_set(
  content, '$.above', json('{0}'), '$.below', json('{1}'))"""
# What stands over the edge of the page, over the name of the class, over the way to the next step,
# or over what lies below it; and planets that stand out together and are not of one size.
OVER = """() => {
  const page = document.documentElement, found = [];
  const box = each => each.getBoundingClientRect();
  const ceiling = box(document.querySelector('.whose')).bottom - 2;
  const floor = box(document.querySelector('.turning')).top + 2;
  if (page.scrollHeight > innerHeight || page.scrollWidth > innerWidth) found.push('page');
  for (const each of document.querySelectorAll('.stage *')) {
    const { width, left, right, top, bottom } = box(each);
    if (width && (left < 0 || right > innerWidth || top < ceiling || bottom > floor))
      found.push(each.outerHTML);
  }
  const others = document.querySelector('.others');
  const names = others ? document.querySelectorAll('.large span') : [];
  for (const name of names) if (box(name).bottom > box(others).top) found.push(name.textContent);
  const sizes = [...document.querySelectorAll('.large img')].map(each => box(each).height);
  if (Math.max(...sizes) > Math.min(...sizes) + 1) found.push(`sizes ${sizes}`);
  return found;
}"""
# No name lies over the words in the middle.
MIXED = """() => {
  const words = [...document.querySelectorAll('.middle p')].map(each => {
    const range = document.createRange();
    range.selectNodeContents(each);
    return range.getBoundingClientRect();
  });
  return [...document.querySelectorAll('.ring span')].filter(name => {
    const box = name.getBoundingClientRect();
    return words.some(word => box.left < word.right && box.right > word.left
      && box.top < word.bottom && box.bottom > word.top);
  }).map(name => name.textContent);
}"""


def what_may_stand_out() -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Worlds above and below the others: each alone, and the longest names together.

    Of two and more the ones with the longest names, for those take most room; with nothing that
    stands out, each that attracts less, and the three longest.
    """
    worlds = sorted(load_bank().worlds, key=len)
    longest = worlds[-4:]
    yield from (((world,), below) for world in worlds for below in ((), _another(worlds, world)))
    for many in (2, 3):
        yield from ((above, (worlds[0],)) for above in combinations(longest, many))
    yield tuple(longest), ()
    yield from (((), (world,)) for world in worlds)
    yield (), tuple(longest[-3:])


def _another(worlds: list[str], world: str) -> tuple[str, ...]:
    return (worlds[-1] if world != worlds[-1] else worlds[-2],)


def statement(above: tuple[str, ...], below: tuple[str, ...]) -> str:
    """Makes these worlds stand out in each picture that was frozen."""
    return STAND_OUT.format(json.dumps(above), json.dumps(below))


def with_the_longest_names(page: Page) -> None:
    """What is near by has the longest names of the catalogue, in towns with the longest names."""
    catalogue = load_catalogue()
    names = [each.name for each in catalogue.companies.values()]
    names += [each.name for each in catalogue.events.values()]
    places = sorted((place.name for place in catalogue.places.by_label.values()), key=len)
    page.evaluate(
        """([names, where]) => document.querySelectorAll('.nearby li').forEach((card, at) => {
          card.querySelector('h2').textContent = names[at];
          card.querySelector('p').textContent = where;
        })""",
        [
            sorted(names, key=len)[-3:],
            f"{places[-1]}, 25 km van {places[-2]}",
        ],
    )


def wrong(page: Page) -> list[str]:
    """What does not fit on this screen."""
    found: list[str] = [*page.evaluate(OVER), *page.evaluate(MIXED)]
    return found
