"""Small banks and models for tests: other numbers of worlds and levels than the real ones."""

from quiz.domain.bank.schema import Bank, Item
from quiz.domain.scoring.expert import bank_form, expert_measurement, static_order
from quiz.domain.scoring.head import tied_head
from quiz.domain.scoring.model import Model, Rules

WORLDS = ("hout", "metaal", "stof")


def item(name: str, world: str, **changes: object) -> Item:
    """Make a question; by default it points to its own world only."""
    fields: dict[str, object] = {
        "id": name,
        "world": world,
        "facet": "things",
        "loadings": {world: 0.66},
        "keying": 1,
        "status": "live",
        "author": "test",
        "version": 1,
        "picture": "hammer",
    }
    return Item(**{**fields, **changes})  # type: ignore[arg-type]


def small_bank(*extra: Item, per_world: int = 4, values: tuple[int, ...] = (1, 2, 3, 4)) -> Bank:
    """Make a bank of three worlds on four levels (or others), with extra questions at the end."""
    items = [item(f"{world}-{k}", world) for world in WORLDS for k in range(per_world)]
    return Bank(
        version=1,
        worlds=WORLDS,
        items={one.id: one for one in (*items, *extra)},
        values=values,
        unknown=0,
        tech_types=("maker",),
        tech_items={"zelf-maken": "maker"},
    )


def small_model(bank: Bank) -> Model:
    """Make the experts' model of a bank, with a head that nobody trained."""
    measurement = expert_measurement(bank)
    order = static_order(measurement, bank_form(bank, bank.live))
    return Model(
        bank_hash=bank.hash,
        form=bank_form(bank, order),
        measurement=measurement,
        head=tied_head(0.2, 0.4, len(bank.worlds)),
        rules=Rules(),
        provenance={"summary": "test", "seed": 0, "banks": 1, "pupils_per_bank": 1},
        metrics={"top1": 0.5},
    )
