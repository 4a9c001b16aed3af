import { OrderedNameShow } from '../orderedNames/OrderedNameShow';

export const SectorShow = () => <OrderedNameShow unitField="sector" />;
