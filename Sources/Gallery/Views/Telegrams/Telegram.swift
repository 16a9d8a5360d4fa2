/// A telegram as it comes over the wire; the same number is always the same telegram.
struct Telegram: Encodable, Sendable, Identifiable {
    let id: Int
    var isDelivered = false

    var sender: String { Self.senders[id % Self.senders.count] }
    var text: String { Self.texts[id % Self.texts.count] }

    private static let senders = ["Aunt Odile", "Weather ship", "The Consul", "Bruno", "Lighthouse 9"]

    private static let texts = [
        "ARRIVE TUESDAY STOP BRING LADDER", "GALE FROM NORTH STOP GULLS UNEASY", "SEND BLOTTING PAPER STOP",
        "PIANO AFLOAT STOP ALL WELL", "LAMP OUT STOP SINGING LOUDLY INSTEAD",
        "CAKE SURVIVED STOP CANDLES DID NOT",
        "WRONG SUITCASE STOP WHOSE ARE THE BEES",
    ]
}
