package text

// IsDomainEnding tells whether a folded word is a common ending of domains, as a link of bare words would need.
func IsDomainEnding(word []byte) bool { return isEnding(string(word)) }

// isEnding tells the endings of domains that are common enough to make a link of bare words.
func isEnding(ending string) bool {
	switch ending {
	case "com", "net", "org", "edu", "gov", "mil", "int", "info", "biz", "name", "pro", "mobi", "io", "ai", "co", "tv", "cc", "gg", "ly", "fm",
		"lt", "lv", "ee", "pl", "de", "fr", "uk", "eu", "ru", "su", "ua", "by", "es", "pt", "nl", "se", "fi", "dk", "cz", "sk", "si", "hr", "hu",
		"ro", "bg", "gr", "ie", "ch", "lu", "li", "tr", "il", "ae", "ca", "mx", "br", "ar", "cl", "cn", "jp", "kr", "hk", "sg", "tw", "au", "nz",
		"za", "ng", "ke", "pk", "vn", "th", "ph", "ir", "kz", "ge", "tk", "ml", "ga", "cf", "gq", "pw", "ws", "la", "im", "rs", "ms", "st",
		"app", "dev", "shop", "store", "site", "online", "website", "xyz", "top", "club", "vip", "icu", "buzz", "live", "link", "click", "page",
		"blog", "news", "media", "social", "agency", "cloud", "digital", "tech", "space", "finance", "bank", "money", "cash", "loan",
		"loans", "credit", "capital", "exchange", "trade", "trading", "market", "markets", "crypto", "wallet", "support", "help", "center",
		"services", "solutions", "group", "company", "email", "network", "systems", "today", "world", "life", "art", "design", "studio", "fun",
		"games", "game", "bet", "casino", "win", "bid", "download", "review", "reviews", "deals", "sale", "discount", "gift", "gifts", "pics",
		"photos", "video", "stream", "travel", "academy", "education", "health", "care", "legal", "law", "cyou", "rest", "sbs", "cfd", "bond",
		"quest", "monster", "work", "jobs", "team", "host", "press", "zone", "city", "fund", "eco", "green", "energy", "delivery", "express",
		"africa", "asia", "cat", "london", "berlin", "nyc", "wiki", "chat", "codes", "software", "security", "one", "plus", "cards", "tax":
		return true
	}
	return isWordEnding(ending)
}

// isWordEnding tells the endings that are ordinary words as well. Only a path after them makes a link: "i did.so did he".
func isWordEnding(ending string) bool {
	switch ending {
	case "me", "it", "to", "so", "is", "in", "my", "no", "us", "at", "be", "do", "am", "as", "id", "by", "la", "one", "life", "today", "help",
		"work", "plus", "rest", "care", "fun", "art", "top", "game", "win", "bet", "ar", "ai", "ir", "su", "si", "li", "st", "pro", "im", "ms", "int":
		return true
	}
	return false
}
