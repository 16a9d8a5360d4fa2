import LiveProtocol

/// A page that is to be requested.
struct PageLoad {
    var url: PageURL
    var method = "GET"
    /// The fields of a posted form, urlencoded.
    var body: String?
    /// How history takes it; nil when it is there already.
    var history: HistoryKind?
}
