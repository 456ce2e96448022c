import type QueryField from '../../lib/QueryField.svelte';

/** The query field of the search bar, so that a key can go there. */
export const field = $state<{ query: ReturnType<typeof QueryField> | undefined }>({ query: undefined });
