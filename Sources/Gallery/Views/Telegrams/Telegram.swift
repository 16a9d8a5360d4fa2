/// A telegram as it comes over the wire; the same number is always the same telegram.
struct Telegram: Encodable, Sendable, Identifiable {
    let id: Int
    var isDelivered = false

    var sender: String { Self.one(of: Self.senders, by: id) }
    var text: String { Self.one(of: Self.texts, by: id) }

    /// Any number will do: a page may ask for what never came.
    private static func one(of choices: [String], by id: Int) -> String {
        choices[Int(id.magnitude % UInt(choices.count))]
    }

    private static let senders = ["Aunt Odile", "Weather ship", "The Consul", "Bruno", "Lighthouse 9"]

    private static let texts = [
        "ARRIVE TUESDAY STOP BRING LADDER", "GALE FROM NORTH STOP GULLS UNEASY", "SEND BLOTTING PAPER STOP",
        "PIANO AFLOAT STOP ALL WELL", "LAMP OUT STOP SINGING LOUDLY INSTEAD",
        "CAKE SURVIVED STOP CANDLES DID NOT",
        "WRONG SUITCASE STOP WHOSE ARE THE BEES",
    ]
}
