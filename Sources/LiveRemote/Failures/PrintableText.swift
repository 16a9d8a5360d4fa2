extension String {
    /// A text from outside, shortened, with what is not to be seen, or changes what is, made visible.
    ///
    /// - Parameter limit: How many characters of Unicode are kept.
    func printable(limit: Int = 200) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in unicodeScalars.prefix(limit) {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
                scalars.append("\u{FFFD}")
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }
}
