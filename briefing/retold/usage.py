"""What click says of how a command is called, and of what is wrong with a call."""

from briefing.words import mark

USAGE = (
    mark("Options"),
    mark("Commands"),
    mark("Show the version and exit."),
    mark("Show this message and exit."),
    mark("default: {value}"),
    mark("required"),
    mark("No such option {name}."),
    mark("No such command {name}."),
    mark("Did you mean {name}?"),
    mark("(Did you mean one of: {names}?)"),
    mark("Missing command."),
    mark("Missing argument {name}."),
    mark("Missing option {name}."),
    mark("Missing option {name}. {said}"),
    mark("Choose from: {names}"),
    mark("Option {name} requires an argument."),
    mark("Option {name} requires {place} arguments."),
    mark("Option {name} does not take a value."),
    mark("Got unexpected extra argument ({name})"),
    mark("Got unexpected extra arguments ({names})"),
    mark("Invalid value for {name}: {said}"),
    mark("{value} is not a valid integer."),
    mark("{value} is not a valid whole number."),
    mark("{value} is not in the range {range}."),
    mark("{value} is not one of {names}."),
    mark("File {name} does not exist."),
    mark("File {name} is a directory."),
    mark("Path {name} does not exist."),
)
