story A command that is done, where a story says that it is refused
refused org import --hue
