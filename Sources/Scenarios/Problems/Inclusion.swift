/// Where a file includes another.
package struct Inclusion: Hashable, Sendable {
    package let path: String
    package let place: Place

    package init(path: String, place: Place) {
        self.path = path
        self.place = place
    }

    /// For people, as a line below what it is about.
    var sentence: String { "included from \(path):\(place.line):\(place.column)" }
}
