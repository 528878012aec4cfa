"""The demonstration: every territory, product, circuit and network the programme's slides name, with words of our own."""
