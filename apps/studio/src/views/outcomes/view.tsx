/** The outcomes, drawn and in figures. */
import type { ViewProps } from '../contract';
import { FinalTable } from './FinalTable';
import { OutcomesCard } from './OutcomesCard';
import { PassagesCard } from './PassagesCard';

export default function OutcomesView(props: ViewProps) {
  return (
    <>
      <OutcomesCard {...props} />
      <FinalTable {...props} />
      <PassagesCard {...props} />
    </>
  );
}
