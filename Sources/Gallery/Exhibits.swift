import Viewfinder

extension Exhibit {
    /// All views of the gallery but the index itself, in the order of the index.
    ///
    /// Each time they are asked for, what sessions share begins anew, so that every engine has its own.
    static var all: [Exhibit] {
        let names = NameRegistry(taken: ["grace"])
        let count = Shared(0)
        let ticked = Shared<Set<Int>>([])
        let (readers, writers) = (Shared(0), Shared(0))
        let slates = Shared<[String: Slate]>([:])
        let keeper = Shared<String?>(nil)
        return [
            Exhibit(.messages, "Settings") {
                Route("/settings", "save a name, see a banner") { SettingsView() }
            },
            Exhibit(.messages, "Flash") {
                Route("/flash", "every kind of message") { FlashView() }
            },
            Exhibit(.forms, "Sign up") {
                Route("/signup", "checked as you type") { SignUpView(names: names) }
            },
            Exhibit(.forms, "Plants") {
                Route("/plants", "list, add, edit, delete") { PlantsView() }
                Route("/plants/new", "add a plant") { PlantsView() }
                Route("/plants/:id/edit", "edit a plant") { PlantsView() }
            },
            Exhibit(.forms, "Drawer") {
                Route("/uploads", "papers sent in by file") { DrawerView() }
            },
            Exhibit(.lists, "Tournament") {
                Route("/tournament", "sort, filter, turn pages") { TournamentView() }
            },
            Exhibit(.lists, "Stars") {
                Route("/stars", "search while you type") { StarsView() }
            },
            Exhibit(.lists, "Telegrams") {
                Route("/telegrams", "only the page keeps them") { TelegramsView() }
            },
            Exhibit(.commands, "Commands") {
                Route("/commands", "show, toggle, focus") { CommandsView() }
            },
            Exhibit(.commands, "Logbook") {
                Route("/logbook", "dialogs that hold Tab") { LogbookView() }
            },
            Exhibit(.commands, "Typing") {
                Route("/typing", "a hook with a clock") { TypingView() }
            },
            Exhibit(.navigation, "Podcasts", link: "/podcasts/tides") {
                Route("/podcasts/:episode", "links within one view") { PodcastsView() }
            },
            Exhibit(.navigation, "Cellar") {
                RouteGroup("cellar", layout: .cellar, onMount: [RequireKey(keeper: keeper)]) {
                    Route("/cellar", "pages behind a locked door") { CellarView(keeper: keeper) }
                    Route("/cellar/shelf/:number(int)", "one shelf of the cellar") { ShelfView() }
                }
                Route("/cellar/door", "where the cellar's key is") { DoorView(keeper: keeper) }
            },
            Exhibit(.events, "Counter", link: "/counter/5") {
                Route("/counter/:start", "buttons and arrow keys") { CounterView() }
            },
            Exhibit(.events, "Volume") {
                Route("/volume", "a meter worked by keys") { VolumeView() }
            },
            Exhibit(.events, "Kanban") {
                Route("/kanban", "cards that move by keys") { KanbanView() }
            },
            Exhibit(.together, "Shared") {
                Route("/shared-counter", "one counter for all") { SharedCounterView(count: count) }
            },
            Exhibit(.together, "Boxes") {
                Route("/check-boxes", "500 for all to tick") { CheckBoxesView(ticked: ticked) }
            },
            Exhibit(.together, "Readers") {
                Route("/reading-room", "who is here, who left") { ReadingRoomView(visits: readers) }
            },
            Exhibit(.together, "Slates", link: "/slates/chalk") {
                Route("/slates/:room", "write in rooms") { SlatesView(slates: slates, visits: writers) }
            },
            Exhibit(.templates, "Harbour") {
                Route("/harbour", "layout, include, macros") { HarbourView() }
            },
            Exhibit(.templates, "Tea bar") {
                Route("/tea-bar", "state, messages, slots") { TeaBarView() }
            },
            Exhibit(.templates, "Bridge") {
                Route("/bridge", "views within a view") { BridgeView() }
            },
            Exhibit(.time, "Clock") {
                Route("/clock", "ticks by a timer") { ClockView() }
            },
            Exhibit(.time, "Status") {
                Route("/status", "gauges moved by a timer") { StatusView() }
            },
            Exhibit(.time, "Factors") {
                Route("/factors", "slow tasks, failing ones") { FactorsView() }
            },
        ]
    }
}
