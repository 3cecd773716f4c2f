import 'zod-openapi';
import { z } from 'zod';

// How things are called in what the public API answers.

export const id = z.string().min(1);
export const isoDate = z.iso.date();
export const chinese = z.string().meta({ description: 'Chinese name.' });
export const english = z.string().meta({ description: 'English name.' });

export const codedNameSchema = z
  .strictObject({ code: z.string(), name: chinese, nameEn: english })
  .meta({ id: 'CodedName', example: { code: 'acupuncture', name: '针灸', nameEn: 'Acupuncture' } });

export const namedSchema = z.strictObject({ id, name: chinese, nameEn: english }).meta({ id: 'Named' });
