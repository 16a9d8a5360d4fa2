import Viewfinder

/// What a person fills in to sign up.
struct SignUp: FormModel {
    enum Plan: String, Codable, CaseIterable, Sendable {
        case monthly, yearly, lifetime
    }

    enum Contact: String, Codable, CaseIterable, Sendable {
        case email, letter, never
    }

    var name = ""
    var email = ""
    var password = ""
    var plan = Plan.monthly
    var contact = Contact.email
    var about = ""
    var newsletter = false
    var terms = false

    static let rules: [FormRule<Self>] = [
        .required("name", "Please tell us your name."),
        .required("email", "This is no e-mail address."),
        .format("email", /[^@ ]+@[^@ ]+\.[^@ ]+/, "This is no e-mail address."),
        .required("password", "A password has at least 8 characters."),
        .length("password", 8..., "A password has at least 8 characters."),
        .length("about", ...120, "Please keep to 120 characters."),
        .required("terms", "Nobody gets in without the terms."),
    ]
}

/// Knows which names are taken. As any service elsewhere, it takes a moment to answer.
struct NameRegistry: Sendable {
    private let taken: Shared<Set<String>>

    init(taken: Set<String>) { self.taken = Shared(taken) }

    func isFree(_ name: String) async throws -> Bool {
        try await SessionClock.current.sleep(for: .milliseconds(50))
        return !taken.value.contains(name.lowercased())
    }

    func take(_ name: String) { _ = taken.change { $0.insert(name.lowercased()) } }
}
