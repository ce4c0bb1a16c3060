-- The steps of many people are counted in one transaction, so many rows of a page get a new version at once. With room for them beside the old
-- ones no index is touched (a heap-only update); the table is small, so the room costs little.
alter table statistics set (fillfactor = 10);
