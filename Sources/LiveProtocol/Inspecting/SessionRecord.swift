/// One thing that a session did, and what it took.
public struct SessionRecord: Equatable, Sendable {
    /// What there is to tell of.
    public enum Happening: Hashable, Sendable {
        /// A view was mounted and rendered for the page at an address, which is to be joined then.
        case rendered(url: String)
        /// A view was mounted at an address.
        case mounted(url: String)
        /// An event of the page; the component's number when it was meant for one.
        case event(String, component: Int?)
        /// What a timer, a topic or a task said; the component's number when it was meant for one.
        case info(component: Int?)
        /// The person went to another address of the same view.
        case patched(url: String)
        /// The files that the page is made of changed, and it was rendered anew.
        case reloaded
        /// What the view held at a moment of the past was made the present again.
        case restored
        /// Something failed that no handler did: a task, a mailbox that was full.
        case trouble
        /// The session ended.
        case ended
    }

    /// What an info comes from.
    public enum InfoSource: Hashable, Sendable {
        case timer
        /// A topic, another session, a script, or the session itself.
        case message
        /// A task, by its name.
        case task(String)
    }

    /// What failed, where something did.
    public enum Cause: Hashable, Sendable {
        /// A handler of the view or of a component.
        case handler
        /// A template file, or what one includes.
        case template
    }

    /// How long the parts of one transaction took.
    public struct Times: Hashable, Sendable {
        /// All handlers, of the view and of components.
        public var handling = Duration.zero
        /// Rendering of the view.
        public var rendering = Duration.zero
        /// Finding out what changed, which renders the components and rows that did.
        public var diffing = Duration.zero

        /// Makes times of nothing.
        public init() {}

        /// All parts together.
        public var sum: Duration { handling + rendering + diffing }

        static func += (times: inout Times, others: Times) {
            times.handling += others.handling
            times.rendering += others.rendering
            times.diffing += others.diffing
        }
    }

    /// Tells the session from all others of its host.
    public var session: Int
    /// The name of the view's type.
    public var view: String
    /// The topic of the session's channel.
    public var topic: String
    /// What happened.
    public var happening: Happening
    /// What an info came from; nil for what is no info.
    public var source: InfoSource?
    /// Where the session went because of it.
    public var destination: String?
    /// Why it failed, in words for people; nothing of it was kept then.
    public var failure: String?
    /// What it was that failed.
    public var cause = Cause.handler
    /// Nil when the host has no stopwatch, and for what is no transaction.
    public var times: Times?
    /// Whether the page was told of a change.
    public var isChange = false
    /// The size of the diff as JSON; nil when nobody wants to know, or nothing was sent.
    public var diffBytes: Int?

    /// Makes a record of something that went well and changed nothing.
    public init(session: Int, view: String, topic: String, happening: Happening) {
        self.session = session
        self.view = view
        self.topic = topic
        self.happening = happening
    }
}
