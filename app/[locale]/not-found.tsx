import { MissingDocument } from './missing-document';

export default function NotFound() {
  return <MissingDocument />;
}
