import { OrderedNameShow } from '../orderedNames/OrderedNameShow';

export const UnitKindShow = () => <OrderedNameShow unitField="kind" />;
