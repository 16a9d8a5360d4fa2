import LiveEngine

/// A model with fields of many kinds.
struct Enrolment: FormModel, Equatable {
    struct Address: Codable, Equatable, Sendable {
        var street = ""
        var city = ""
    }

    struct Guest: Codable, Equatable, Sendable {
        var name = ""
        var age: Int?
    }

    var name = ""
    var email = ""
    var age: Int?
    var seats = 1
    var plan = "free"
    var password = ""
    var again = ""
    var tags: [String] = []
    var terms = false
    var address = Address()
    var guests: [Guest] = []

    static let rules: [FormRule<Self>] = [
        .required("name", "Who are you?"),
        .length("name", 2...5),
        .format("email", /[^@ ]+@[^@ ]+/, "is no address"),
        .range("age", 18...120),
        .oneOf("plan", ["free", "paid"]),
        .required("terms", "must be accepted"),
        .check("again", "is not the same") { $0.password == $0.again },
        .required("address.city"),
        .required("guests.name"),
        .text("guests.name", "must not shout") { $0 != $0.uppercased() },
        .length("tags", ...2, "are too many"),
    ]
}
