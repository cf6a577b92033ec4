"""The frozen nouns that every stage speaks: source, evidence, money, dates, claim, briefing, audience, theme, frame, finding."""
