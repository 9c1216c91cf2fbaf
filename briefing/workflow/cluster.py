"""A Dask scheduler as an executor: the extra `briefing[cluster]`."""

from concurrent.futures import Executor
from contextlib import ExitStack
from types import TracebackType
from typing import Any, Self

from briefing.errors import UsageError

_HERE = "127.0.0.1"
LOCAL = "local"
"""Stands for a scheduler of this machine, made for the run."""


def on_scheduler(address: str, jobs: int) -> Executor:
    """An executor that works on the Dask scheduler at `address` (`tcp://host:port`), or a local one.

    Workers read sources and write outputs by the same paths as this machine: a shared folder.

    Raises:
        UsageError: if the extra is not installed, or nobody answers at the address.
    """
    try:
        import dask
        import distributed
    except ImportError:
        raise UsageError(
            "this installation has no cluster support", remedy="pip install 'briefing[cluster]'"
        ) from None
    # Readers work in guarded children, which a daemonic worker could not start.
    dask.config.set({"distributed.worker.daemon": False})
    return _Cluster(distributed, address, jobs)


def _on_this_machine(distributed: Any, jobs: int) -> Any:
    """A scheduler with its workers that nobody reaches from another machine.

    Raises:
        UsageError: if they do not start.
    """
    try:
        return distributed.LocalCluster(
            n_workers=jobs, threads_per_worker=1, host=_HERE, dashboard_address=None,
            # Without a dashboard there is still a server of figures, by default for all machines.
            scheduler_kwargs={"dashboard_address": f"{_HERE}:0"},
            worker_dashboard_address=f"{_HERE}:0",
        )  # fmt: skip
    except (OSError, RuntimeError) as error:
        raise UsageError(
            f"no scheduler can be started here: {error}", remedy="Use --jobs instead."
        ) from None


class _Cluster(Executor):
    """Closes what it opened: the client, and the scheduler if it was made here."""

    def __init__(self, distributed: Any, address: str, jobs: int) -> None:
        self._stack = ExitStack()
        place: Any = address
        if address == LOCAL:
            place = self._stack.enter_context(_on_this_machine(distributed, jobs))
        try:
            client = self._stack.enter_context(distributed.Client(place, timeout=10))
        except (OSError, ValueError) as error:
            self._stack.close()
            raise UsageError(
                f"no scheduler answers: {error}", where=address,
                remedy="Start one with `dask scheduler`.",
            ) from None  # fmt: skip
        # Dask takes calls for pure unless told: two equal orders would be carried out once.
        self._inner: Executor = client.get_executor(pure=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self._inner.shutdown(wait=True)
        self._stack.close()

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Hand a call to the scheduler."""
        return self._inner.submit(fn, *args, **kwargs)
