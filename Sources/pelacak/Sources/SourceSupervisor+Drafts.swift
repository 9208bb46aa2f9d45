import Aero
import Feeds
import Polling
import Site
import Tracking

extension SourceSupervisor {
    /// A source as the page describes it.
    static func specification(_ draft: SourceDraft) throws(SourceDeskError) -> SourceSpecification {
        var specification: SourceSpecification
        switch draft.endpoint {
        case .specification(let text):
            do { specification = try SourceSpecification(text) } catch {
                throw .invalid(field: "specification", message: error.description)
            }
            // Who may add sources may not read this machine's files and variables by sending them somewhere.
            guard specification.polled?.namesSecretsOfThisMachine != true else {
                throw .invalid(
                    field: "specification",
                    message: "key-file= and key-env= belong into the configuration file or the command line"
                )
            }
        case .poll(let poll): specification = SourceSpecification(kind: .poll(try polled(poll)))
        case .address(let text, let format):
            let kind: SourceSpecification.Kind
            do {
                kind =
                    switch format {
                    case .beast: .connect(.beast, try Endpoint(text, defaultPort: 30005))
                    case .avr: .connect(.avr, try Endpoint(text, defaultPort: 30002))
                    case .sbs: .connect(.sbs, try Endpoint(text, defaultPort: 30003))
                    case .uat: .connect(.uat, try Endpoint(text, defaultPort: 30978))
                    case .jsonl: .connect(.jsonl, try Endpoint(text, defaultPort: 30047))
                    case .rtlTCP: .rtlTCP(try Endpoint(text, defaultPort: 1234))
                    case .beastListen: .listen(.beast, try Endpoint(text))
                    case .avrListen: .listen(.avr, try Endpoint(text))
                    case .sbsListen: .listen(.sbs, try Endpoint(text))
                    case .uatListen: .listen(.uat, try Endpoint(text))
                    case .jsonlListen: .listen(.jsonl, try Endpoint(text))
                    }
            } catch {
                throw .invalid(field: "address", message: error.description)
            }
            specification = SourceSpecification(kind: kind)
        }
        if !draft.name.isEmpty { specification.name = draft.name }
        switch draft.clock {
        case .twelveMegahertz: specification.clock = .ticks
        case .gps: specification.clock = .gps
        case .some(.none): specification.clock = ClockKind.none
        case .automatic, nil: break
        }
        if let place = draft.place {
            specification.place = ReceiverPlace(position: place.position, height: place.height)
        }
        return specification
    }
}
