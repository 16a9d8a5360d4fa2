import Testing

@testable import LiveEngine

/// The keys of enumerations, which are listed without ever making a value that there is not.
@Suite struct KeyListingTests {
    enum Plain: String, CodingKey { case one, two, three }
    enum Single: String, CodingKey { case only }
    enum Nobody: CodingKey {}

    struct Flagged: CodingKey {
        var flag = false
        var stringValue: String { "flag" }
        var intValue: Int? { nil }
        init?(stringValue: String) {}
        init?(intValue: Int) { nil }
    }

    enum Carrying: CodingKey {
        case left(Bool), right(Bool), none
        var stringValue: String { "carrying" }
        var intValue: Int? { nil }
        init?(stringValue: String) { self = .none }
        init?(intValue: Int) { nil }
    }

    @Test func `an enumeration's keys come in the order of its cases`() {
        #expect(KeyListing.all(Plain.self) == [.one, .two, .three])
        #expect(KeyListing.all(Single.self) == [.only])
    }

    @Test func `no other type has keys to list`() {
        #expect(KeyListing.all(Nobody.self).isEmpty)
        #expect(KeyListing.all(Flagged.self).isEmpty)
        #expect(KeyListing.all(Carrying.self).isEmpty)
    }
}
