"""The demonstration: every territory, product, circuit and network the programme's slides name, in our own words."""
