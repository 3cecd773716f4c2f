import { ActionForm } from './action-form';
import type { ButtonVariant } from './button';
import type { FormAction } from './form-state';

type Props = {
  action: FormAction;
  /** what is spoken about */
  id: string;
  label: string;
  submit: string;
  /** so many characters */
  most: number;
  variant?: ButtonVariant;
};

/** Says something in the thread of a request or a task. */
export function CommentForm({ action, id, label, submit, most, variant }: Props) {
  return (
    <ActionForm
      id="comment"
      action={action}
      hidden={{ id }}
      fields={[{ name: 'text', kind: 'area', maxLength: most, label }]}
      submit={submit}
      variant={variant}
    />
  );
}
