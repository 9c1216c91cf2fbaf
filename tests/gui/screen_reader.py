"""Tells what a screen reader finds: one JSON line for each thing of the window that can be seen.

Run by the system's Python, whose `gi` speaks to the accessibility bus. With a role, a name and the
word `Toggle` it does that to the first such thing.
"""

import json
import sys
import warnings
from collections.abc import Iterator
from typing import Any

import gi  # type: ignore[import-not-found]

gi.require_version("Atspi", "2.0")

from gi.repository import Atspi  # type: ignore[import-not-found]  # noqa: E402 - its version comes first

_DEEPEST = 14
_MOST = 120
"""Parts of one thing that are looked at; a list may have thousands."""
_LONGEST = 40_000


def parts(node: Any, depth: int = 0) -> Iterator[Any]:
    """A thing and all within it; nothing within what is hidden, though Qt calls it shown."""
    yield node
    hidden = depth and "showing" not in states(node)
    if depth < _DEEPEST and not hidden:
        for place in range(min(node.get_child_count(), _MOST)):
            child = node.get_child_at_index(place)
            if child is not None:
                yield from parts(child, depth + 1)


def states(node: Any) -> list[str]:
    """What holds of a thing, such as `focused`."""
    return [str(state.value_nick) for state in node.get_state_set().get_states()]


def told(node: Any) -> dict[str, Any]:
    """What is known of one thing."""
    component, actions, text = (
        node.get_component_iface(), node.get_action_iface(), node.get_text_iface(),
    )  # fmt: skip
    box = component.get_extents(Atspi.CoordType.SCREEN) if component else None
    return {
        "role": node.get_role_name(),
        "name": node.get_name(),
        "box": [box.x, box.y, box.width, box.height] if box else [0, 0, 0, 0],
        "states": states(node),
        "actions": [actions.get_action_name(n) for n in range(actions.get_n_actions())]
        if actions
        else [],
        "text": text.get_text(0, min(text.get_character_count(), _LONGEST)) if text else "",
    }


def main() -> None:
    """Tell, or act."""
    warnings.simplefilter("ignore")
    Atspi.init()
    desktop = Atspi.get_desktop(0)
    apps = [desktop.get_child_at_index(place) for place in range(desktop.get_child_count())]
    wanted = sys.argv[1:]
    for app in apps:
        if app is None or app.get_name() != "Briefing":
            continue
        for node in parts(app):
            found = told(node)
            if not wanted:
                sys.stdout.write(f"{json.dumps(found)}\n")
            elif found["role"] == wanted[0] and str(found["name"]).startswith(wanted[1]):
                actions = found["actions"]
                node.get_action_iface().do_action(list(actions).index(wanted[2]))
                return


if __name__ == "__main__":
    main()
