import LiveProtocol
import TextLayout

/// A case that was run, for a person who steps through it.
package struct PlayedCase {
    /// One of its steps.
    package struct Step: Equatable {
        /// The step as its file has it.
        package var source: String
        /// Where it stands: `settings.yaml:7`.
        package var place: String
        /// The names of the groups that it is in, the outermost first.
        package var groups: [String]
        /// Why it could not be done, in lines; empty when it could.
        package var failure: [String]

        package init(source: String, place: String, groups: [String] = [], failure: [String] = []) {
            self.source = source
            self.place = place
            self.groups = groups
            self.failure = failure
        }
    }

    /// What was there after a step.
    package struct Moment {
        package var frame: Frame
        package var title: String
        package var address: String
        /// What else there is to say of it, in a few words: the time, which page it is.
        package var notes: [String]
        /// What the view held; nil where nobody can see it.
        package var inspection: Inspection?
        /// What happened since the step before, oldest first.
        package var events: [Event]

        package init(
            frame: Frame, title: String, address: String, notes: [String] = [], inspection: Inspection? = nil,
            events: [Event] = []
        ) {
            self.frame = frame
            self.title = title
            self.address = address
            self.notes = notes
            self.inspection = inspection
            self.events = events
        }
    }

    /// Something that happened between page and view.
    package struct Event: Equatable {
        /// A word for what it is, such as `pushed`.
        package var kind: String
        package var name: String
        package var note: String?
        /// Its payload as JSON.
        package var value: String?

        package init(kind: String, name: String, note: String? = nil, value: String? = nil) {
            self.kind = kind
            self.name = name
            self.note = note
            self.value = value
        }
    }

    /// The file, with the name of the row where there are several.
    package var id: String
    package var title: String
    /// At least one.
    package var steps: [Step]
    /// How it ended, in a few words.
    package var ending: String
    package var isFailure: Bool
    /// Whether its page can be worked by hand when all steps are done.
    package var canGoOn: Bool
    /// What was there after a step, counted from 0.
    package var moment: (Int) -> Moment

    package init(
        id: String, title: String, steps: [Step], ending: String, isFailure: Bool, canGoOn: Bool,
        moment: @escaping (Int) -> Moment
    ) {
        self.id = id
        self.title = title
        self.steps = steps
        self.ending = ending
        self.isFailure = isFailure
        self.canGoOn = canGoOn
        self.moment = moment
    }

    /// The first step that failed.
    var failedStep: Int? { steps.firstIndex { !$0.failure.isEmpty } }
}
