/// Room `Feeds`: see HOUSE.md.
