/// A part of a template that runs or not, as the data of a page has it.
package struct TemplateBranch: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        /// The template as a whole.
        case template
        /// What stands after an `{% if %}`, `{% elif %}` or `{% else %}`.
        case branch
        /// An `{% if %}` without an `{% else %}`, none of whose conditions holds.
        case noBranch = "no-branch"
        /// The rows of a `{% for %}`.
        case rows
        /// A `{% for %}` over nothing; its `{% else %}` where it has one.
        case noRows = "no-rows"
        case block
        case macro
        /// What a `{% call %}` hands to a macro.
        case call
    }

    package let kind: Kind
    /// The path of the template's file; its name where it is in no file.
    package let file: String
    /// Of the tag that begins it; counted from 1.
    package let line: Int
    /// Counted from 1, in Unicode scalars.
    package let column: Int
    /// The tag that begins it, in one line; empty for a template as a whole.
    package let tag: String
    package let hasRun: Bool
}
