import { call, DoorFault, type Fault, type Overview, type Progress } from '../door';
import { sentenceOf } from './faults';
import { remember, remembered } from './remembered';

/** The views of the rail, in its order. */
export const VIEWS = ['statements', 'alerts', 'rules', 'sources', 'settings'] as const;
/** A view of the rail. */
export type View = (typeof VIEWS)[number];
/** A dialog over the window. */
export type DialogName = 'export' | 'palette' | 'keys' | 'official' | 'page';

function viewAtStart(): View {
  const asked = location.hash.replace('#', '') as View;
  return VIEWS.includes(asked) ? asked : remembered<View>('view', 'statements');
}

/** What is the same in every view: which one is shown, the counts of the rail, works under way, what went wrong. */
class Frame {
  view = $state<View>(viewAtStart());
  dialog = $state<DialogName | null>(null);
  overview = $state<Overview | null>(null);
  /** Works under way, by name. */
  works = $state<Record<string, Progress>>({});
  /** What the user should know now; `fault` when something went wrong. */
  notice = $state<{ message: string; hint: string | null; fault: boolean } | null>(null);
  /** The clock of all words such as "3 min ago". */
  now = $state(new Date());
  /** Whether the facets are open where they are a drawer. */
  drawer = $state(false);
  /** Whether the second pane is in front where there is room for one. */
  front = $state(false);
  /** A query that the rules view should begin a new rule with. */
  ruleSeed = $state<string | null>(null);

  /** Shows a view. */
  show(view: View): void {
    this.view = view;
    this.front = false;
    this.drawer = false;
    remember('view', view);
  }

  /** Fetches the counts again. */
  async refresh(): Promise<void> {
    try {
      this.overview = await call('overview');
    } catch (cause) {
      this.report(cause);
    }
  }

  /** Tells the user what went wrong. */
  report(cause: unknown): void {
    const fault: Fault = DoorFault.from(cause).fault;
    if (fault.code === 'stopped') return;
    this.notice = { message: sentenceOf(fault), hint: fault.hint, fault: true };
  }

  /** Tells the user what was done. */
  say(message: string): void {
    this.notice = { message, hint: null, fault: false };
  }

  /** Takes in how far a work is. */
  moved(progress: Progress): void {
    if (progress.ended) delete this.works[progress.work];
    else this.works[progress.work] = progress;
  }
}

/** The one frame of the window. */
export const frame = new Frame();
