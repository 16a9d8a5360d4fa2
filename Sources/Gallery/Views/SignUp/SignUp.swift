/// What a person fills in to sign up.
struct SignUp: Codable, Sendable {
    enum Plan: String, Codable, CaseIterable, Sendable {
        case monthly, yearly, lifetime
    }

    enum Contact: String, Codable, CaseIterable, Sendable {
        case email, letter, never
    }

    enum Field: String, CaseIterable {
        case name, email, password, about, terms
    }

    var name = ""
    var email = ""
    var password = ""
    var plan = Plan.monthly
    var contact = Contact.email
    var about = ""
    var newsletter = false
    var terms = false

    /// What is wrong with a field; nil when nothing is.
    func problem(of field: Field) -> String? {
        switch field {
        case .name: name.isEmpty ? "Please tell us your name." : nil
        case .email: isAddress(email) ? nil : "This is no e-mail address."
        case .password: password.count < 8 ? "A password has at least 8 characters." : nil
        case .about: about.count > 120 ? "Please keep to 120 characters; these are \(about.count)." : nil
        case .terms: terms ? nil : "Nobody gets in without the terms."
        }
    }

    private func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !text.contains(" ")
    }
}
