-- What a program said of itself when it was written down, as the contract has it (WrittenProgram); null: it came otherwise, or before this.
alter table program add column written jsonb;
