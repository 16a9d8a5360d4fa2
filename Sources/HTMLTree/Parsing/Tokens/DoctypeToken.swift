/// A document type declaration.
struct DoctypeToken: Equatable {
    var name: String?
    var publicIdentifier: String?
    var systemIdentifier: String?
    var forcesQuirks = false
}
