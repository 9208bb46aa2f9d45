/// Room `Store`: see HOUSE.md.
