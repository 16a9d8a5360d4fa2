import Viewfinder

/// Which rows of the table are shown, and how: all of it stands in the address.
struct TableQuery: Decodable, Encodable, Sendable, Equatable {
    enum Column: String, Codable, CaseIterable, Sendable {
        case name, pond, won, lost, points

        /// Names begin with the first, figures with the greatest.
        var isAscending: Bool { self == .name || self == .pond }
    }

    static let rowsPerPage = 8

    var text = ""
    var pond: Boat.Pond?
    var sort = Column.points
    var isReversed = false
    var page = 1

    init() {}

    /// Reads the values of an address, whose absence is no mistake.
    init(_ params: Params) throws {
        text = try params.value("q", as: String?.self) ?? ""
        pond = try params.value("pond", as: Boat.Pond?.self)
        sort = try params.value("sort", as: Column?.self) ?? .points
        isReversed = try params.value("reversed", as: Bool?.self) ?? false
        page = try params.value("page", as: Int?.self) ?? 1
    }

    /// The address of the rows.
    var url: String {
        let query = QueryString.make([
            "q": text, "pond": pond?.rawValue, "sort": sort == .points ? nil : sort.rawValue,
            "reversed": isReversed ? "true" : nil, "page": page == 1 ? nil : "\(page)",
        ])
        return "/tournament" + query
    }

    /// The same rows in the order of a column; in the other direction when they are in its order already.
    func sorted(by column: Column) -> TableQuery {
        var query = self
        query.isReversed = column == sort && !isReversed
        query.sort = column
        query.page = 1
        return query
    }

    func turned(to page: Int) -> TableQuery {
        var query = self
        query.page = page
        return query
    }

    /// All rows that are not filtered out, in order.
    var boats: [Boat] {
        let found = Boat.all.filter { boat in
            (pond == nil || boat.pond == pond) && (text.isEmpty || boat.name.lowercased().contains(text.lowercased()))
        }
        let isAscending = sort.isAscending != isReversed
        return found.sorted { left, right in
            if let isLess = Self.isLess(left, right, by: sort) { return isLess == isAscending }
            return left.name < right.name
        }
    }

    /// Whether a row comes before another in a column; nil when they are equal there.
    private static func isLess(_ left: Boat, _ right: Boat, by column: Column) -> Bool? {
        func compare<Value: Comparable>(_ value: (Boat) -> Value) -> Bool? {
            value(left) == value(right) ? nil : value(left) < value(right)
        }
        return switch column {
        case .name: compare(\.name)
        case .pond: compare(\.pond.rawValue)
        case .won: compare(\.won)
        case .lost: compare(\.lost)
        case .points: compare(\.points)
        }
    }
}
