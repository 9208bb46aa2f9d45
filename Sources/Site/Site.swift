/// Room `Site`: see HOUSE.md.
